import { useState } from 'react';
import type { ArticleId } from '#shared/article/identity.ts';
import type { ExportRecord, FormatInfo, HostInfo } from '#shared/contract/calls.ts';
import { useFolders } from '#renderer/connection/folders.ts';
import { useSettings } from '#renderer/connection/settings.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { FolderField } from '#renderer/ui/folder-field.tsx';
import { Progress } from '#renderer/ui/spinner.tsx';
import { failureSentence, useWords } from '#renderer/ui/words/words.tsx';
import './export-dialog.css';
import { ExportGate } from './export-gate.tsx';
import { ExportResult } from './export-result.tsx';
import { FormatList } from './format-list.tsx';
import { useExportRun, useFormats, useGate } from './use-export.ts';

export interface ExportDialogProps {
  readonly ids: readonly ArticleId[];
  readonly host: HostInfo;
  readonly onClose: () => void;
}

/** From choosing formats and a folder, past the gate, to what was written and what each format could not keep. */
export function ExportDialog({ ids, host, onClose }: ExportDialogProps) {
  const words = useWords();
  const { app } = words;
  const { settings } = useSettings();
  const formats = useFormats();
  const gate = useGate(ids);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['html']));
  const [folder, setFolder] = useState(settings.exportFolder);
  const [reason, setReason] = useState('');
  const [run, write] = useExportRun(ids);
  const folders = useFolders(host, app.export.folder);

  const blocked = gate !== null && gate.blocking.length > 0;
  const override = blocked ? reason.trim() : '';
  const ready = chosen.size > 0 && folder.trim() !== '' && gate !== null && (!blocked || override !== '');
  const picked = formats?.filter(({ id }) => chosen.has(id)).map(({ id }) => id) ?? [];
  const title = ids.length === 1 ? app.export.title : words.count(app.export.titleMany, ids.length);
  if (run.state === 'done') return <Exported title={title} record={run.record} formats={formats} onClose={onClose} />;
  const running = run.state === 'running';
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      shape="wide"
      actions={
        <>
          <Button variant="plain" onPress={onClose}>
            {app.cancel}
          </Button>
          <Button
            variant={blocked ? 'danger' : 'primary'}
            isDisabled={!ready || running}
            onPress={() => void write(picked, folder.trim(), override)}
          >
            {running ? app.export.running : blocked ? app.export.runAnyway : app.export.run}
          </Button>
        </>
      }
    >
      <div className="export">
        {run.state === 'choosing' && run.failure !== null ? (
          <Banner tone="danger">{failureSentence(words, run.failure)}</Banner>
        ) : null}
        <ExportGate gate={gate} reason={reason} onReason={setReason} />
        <FormatList
          ids={ids}
          formats={formats}
          chosen={chosen}
          onChoose={setChosen}
          canDownload={host.host === 'loopback'}
          override={override}
          isBlocked={blocked && override === ''}
        />
        <FolderField
          label={app.export.folder}
          hint={app.export.folderHint}
          value={folder}
          onChange={setFolder}
          complete={folders.complete}
          pick={folders.pick}
        />
        <div className="export-progress">{running ? <Progress label={app.export.running} /> : null}</div>
      </div>
    </Dialog>
  );
}

interface ExportedProps {
  readonly title: string;
  readonly record: ExportRecord;
  readonly formats: readonly FormatInfo[] | null;
  readonly onClose: () => void;
}

function Exported({ title, record, formats, onClose }: ExportedProps) {
  const { app } = useWords();
  const done = (
    <Button variant="primary" onPress={onClose}>
      {app.done}
    </Button>
  );
  return (
    <Dialog title={title} isOpen onClose={onClose} shape="wide" actions={done}>
      <ExportResult record={record} formats={formats ?? []} />
    </Dialog>
  );
}
