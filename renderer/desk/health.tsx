import { CircleAlert, CircleCheck, CirclePause, FolderSync, Pause, Play, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { DeskOverview } from '#shared/contract/desk.ts';
import { useClient } from '#renderer/connection/provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { failureSentence, useWords, type Words } from '#renderer/ui/words/words.tsx';
import './health.css';

type Mood = 'safe' | 'waiting' | 'paused' | 'trouble';

const ICONS = { safe: CircleCheck, waiting: FolderSync, paused: CirclePause, trouble: CircleAlert } as const;

/** The one sentence everything else explains: whether what was written here is in the folder. */
export function Health({ overview }: { overview: DeskOverview }) {
  const words = useWords();
  const { health } = words.desk;
  const mood = moodOf(overview);
  const Icon = ICONS[mood];
  return (
    <section className={`desk-health desk-health-${mood}`} aria-labelledby="desk-health">
      <Icon size={28} strokeWidth={1.6} aria-hidden className="desk-health-icon" />
      <div className="desk-health-text">
        <h1 className="desk-health-title" id="desk-health">
          {titleOf(overview, mood, words)}
        </h1>
        {overview.trouble === null || mood !== 'trouble' ? null : (
          <p className="desk-health-trouble">{failureSentence(words, overview.trouble)}</p>
        )}
        {mood === 'trouble' ? <p className="desk-health-hint">{health.troubleHint}</p> : null}
        {mood === 'paused' ? <p className="desk-health-hint">{health.pausedHint}</p> : null}
        <p className="desk-health-place">
          <bdi dir="ltr" className="desk-health-path">
            {overview.place}
          </bdi>
          <span>{words.count(health.shared, overview.shared)}</span>
        </p>
      </div>
      <Actions overview={overview} />
    </section>
  );
}

function Actions({ overview }: { overview: DeskOverview }) {
  const client = useClient();
  const words = useWords();
  const { health } = words.desk;
  const [isRunning, setRunning] = useState(false);
  const sync = async (): Promise<void> => {
    setRunning(true);
    const done = await client.call('desk.sync', {});
    setRunning(false);
    toast(done.ok ? { title: health.synced } : { title: failureSentence(words, done.error), tone: 'danger' });
  };
  const pause = async (paused: boolean): Promise<void> => {
    const done = await client.call('desk.pause', { paused });
    if (!done.ok) toast({ title: failureSentence(words, done.error), tone: 'danger' });
  };
  return (
    <div className="desk-health-actions">
      {overview.paused ? null : (
        <Button onPress={() => void sync()} isPending={isRunning}>
          <RefreshCw size={15} aria-hidden />
          {isRunning ? health.syncing : health.sync}
        </Button>
      )}
      <Button variant={overview.paused ? 'primary' : 'plain'} onPress={() => void pause(!overview.paused)}>
        {overview.paused ? <Play size={15} aria-hidden className="icon-mirrored" /> : <Pause size={15} aria-hidden />}
        {overview.paused ? health.resume : health.pause}
      </Button>
    </div>
  );
}

function moodOf({ paused, trouble, pending, met }: DeskOverview): Mood {
  if (paused) return 'paused';
  if (trouble !== null) return 'trouble';
  return pending > 0 || !met ? 'waiting' : 'safe';
}

function titleOf({ pending, shared }: DeskOverview, mood: Mood, words: Words): string {
  const { health } = words.desk;
  switch (mood) {
    case 'paused':
      return health.paused;
    case 'trouble':
      return health.trouble;
    case 'waiting':
      return pending === 0 ? health.looking : words.count(health.waiting, pending);
    case 'safe':
      return shared === 0 ? health.empty : health.safe;
  }
}
