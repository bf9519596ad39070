import { readFileSync } from 'node:fs';
import { z } from 'zod';

export type LifeAccount = {
  name: string;
  password: string;
  role: string;
  areaCode: string;
  departmentCode: string | null;
};

const accountsFile = z.array(
  z.object({
    name: z.string(),
    password: z.string(),
    areaCode: z.string(),
    role: z.string().default('grid-worker'),
    departmentCode: z.string().nullable().default(null),
  }),
);

const stackFile = z.object({
  accounts: z.array(
    z.object({
      name: z.string(),
      password: z.string(),
      role: z.string(),
      area: z.string(),
      departmentCode: z.string().nullable().default(null),
    }),
  ),
});

/** Demo people the city acts through: of the seeder's file, else of the launcher's; none while neither is there. */
export function readAccounts(accountsPath: string | null, stackPath: string | null): LifeAccount[] {
  const own = accountsFile.safeParse(jsonOf(accountsPath));
  if (own.success) return own.data;
  const stack = stackFile.safeParse(jsonOf(stackPath));
  if (!stack.success) return [];
  return stack.data.accounts.map(({ area, ...account }) => ({ ...account, areaCode: area }));
}

function jsonOf(path: string | null): unknown {
  if (path === null) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null; // not written yet, or half written: asked again before the next act
  }
}
