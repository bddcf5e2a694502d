import { Field, type FieldProps } from './Field.tsx';

interface FileFieldProps extends FieldProps {
  /** Such as `.csv,text/csv`. */
  accept: string;
  onFile: (file: File) => void;
}

/** The same file can be chosen twice in a row: it may have been edited in between. */
export function FileField({ label, hint, error, optional, accept, onFile }: FileFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <input
          {...control}
          type="file"
          accept={accept}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onFile(file);
            event.target.value = '';
          }}
        />
      )}
    </Field>
  );
}
