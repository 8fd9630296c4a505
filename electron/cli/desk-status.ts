import { succeed, type Result } from '#shared/article/failure.ts';
import { directGate } from '../backend/desk/direct-gate.ts';
import { deskOptions } from '../backend/desk/identity.ts';
import { surveyDesk, type Survey } from '../backend/desk/survey.ts';
import { EXIT, type Answer } from './answer.ts';
import { withLibrary, type Context } from './context.ts';

/** `stet desk status`: how things stand, changing nothing; also while the application has the library open. */
export async function deskStatus(context: Context): Promise<Result<Answer>> {
  return withLibrary(context, 'read', async (library) => {
    const o = await deskOptions(library, { ...context, gate: directGate(), place: null });
    if (!o.ok) return o;
    const survey = await surveyDesk(o.value);
    return survey.ok ? succeed(answerOf(survey.value)) : survey;
  });
}

/** A folder that can't be used is an answer too, and ends with 1. */
function answerOf(survey: Survey): Answer {
  const { place, shared, pending, held, absent, waiting, quarantined, rescued, devices, trouble } = survey;
  const lines = [
    place,
    `${shared} shared, ${pending} with text that may not be sent yet.`,
    `${held} parcels here, ${absent} of them missing in the folder, ${waiting.length} waiting there.`,
    `${quarantined.length} refused, ${rescued} passages rescued.`,
    ...devices.map(({ memberName, deviceName, seen }) => {
      return `${memberName || 'Somebody'} on ${deviceName || 'a device'}, last heard of ${new Date(seen).toISOString()}.`;
    }),
  ];
  const json = trouble === null ? survey : { ...survey, error: trouble };
  return {
    json,
    text: lines.join('\n'),
    complaints: trouble === null ? [] : [trouble.message],
    exitCode: trouble === null ? EXIT.done : EXIT.failed,
  };
}
