import type { z } from 'zod';

/** One row of the table: the schema of what comes in (checked at the door) and the type of what goes out. */
export interface Call<Input, Output> {
  readonly input: z.ZodType<Input>;
  /** Never has a value; carries the output's type. */
  readonly output?: Output;
}

/** Makes a row. The output's type stands first: `call<{ id: ArticleId }>()(schema)`. */
export function call<Output>(): <Input>(input: z.ZodType<Input>) => Call<Input, Output> {
  return (input) => ({ input });
}
