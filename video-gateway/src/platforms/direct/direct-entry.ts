/** A town's own recorder, or anything else whose cameras have addresses of their own: a list in a file. */
import { z } from 'zod';

export const directFields = {
  /** Relative to the platforms file; read anew at each listing. */
  camerasFile: z.string().min(1),
};
