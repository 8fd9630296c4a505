import { cutTo, type Cut } from '#shared/surfaces/cut.ts';
import type { ShareText } from '#shared/surfaces/share-text.ts';
import type { Surface } from '#shared/surfaces/surface.ts';
import { useWords, type Words } from '#renderer/ui/words/words.tsx';
import { cropOf } from './crop.ts';

export interface SurfaceCardProps {
  readonly surface: Surface;
  readonly texts: ShareText;
  readonly link: string;
  readonly mediaBase: string;
}

/** The article as one place shows it, cut where that place cuts, and what was cut. */
export function SurfaceCard({ surface, texts, link, mediaBase }: SurfaceCardProps) {
  const words = useWords();
  const { share } = words.app;
  const title = cutTo(surface, 'title', surface.id === 'google' ? texts.searchTitle : texts.title);
  const description = cutTo(surface, 'description', texts.description);
  const where = URL.canParse(link) ? new URL(link).hostname.replace(/^www\./u, '') : share.yourSite;
  const picture = surface.picture === null || texts.image === null ? null : mediaBase + texts.image;
  return (
    <section className="surface" aria-label={share.asSeenOn(surface.name)}>
      <h3 className="surface-name">
        <bdi>{surface.name}</bdi>
      </h3>
      <div className={`surface-card surface-${surface.id}`} dir="auto">
        {picture === null ? null : (
          <img className="surface-picture" src={picture} alt="" style={cropOf(texts.focalPoint)} />
        )}
        <div className="surface-text">
          <p className="surface-where">{where}</p>
          <p className="surface-title" dir="auto">
            {title === null || title.total === 0 ? share.noHeadline : title.shown}
          </p>
          {description === null || description.total === 0 ? null : (
            <p className="surface-description" dir="auto">
              {description.shown}
            </p>
          )}
        </div>
      </div>
      <p className="surface-verdict">
        {verdicts(words, title, description)}{' '}
        <span className="surface-basis">{share.basis[surface.title.basis](words.day(surface.title.asOf))}</span>
      </p>
    </section>
  );
}

function verdicts(words: Words, title: Cut | null, description: Cut | null): string {
  const { share } = words.app;
  const said = [
    ...(title?.isCut === true ? [share.titleCut(words.number(title.kept), words.number(title.total))] : []),
    ...(description?.isCut === true
      ? [share.descriptionCut(words.number(description.kept), words.number(description.total))]
      : []),
  ];
  return said.length === 0 ? share.fits : said.join(' ');
}
