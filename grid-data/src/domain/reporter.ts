/** Who told of an incident, as everybody sees it: enough to tell two apart, too little to find anybody. */
export type ReporterWords = {
  name: string | null;
  telephone: string | null;
  home: string | null;
  wantsCallBack: boolean;
};

export const callBackOutcomes = ['satisfied', 'not-satisfied', 'not-reached'] as const;
export type CallBackOutcome = (typeof callBackOutcomes)[number];

export function maskReporter({ name, telephone, home, wantsCallBack }: ReporterWords) {
  return {
    name: name && maskName(name),
    telephone: telephone && maskTelephone(telephone),
    home: home && maskHome(home),
    wantsCallBack,
  };
}

/** The family name: 张三丰 is 张**. */
export function maskName(name: string): string {
  const [first = '', ...rest] = name;
  return first + '*'.repeat(Math.min(2, Math.max(1, rest.length)));
}

/** A mobile number as the networks print it, 138****5678; what is shorter shows its last two digits. */
function maskTelephone(telephone: string): string {
  const digits = telephone.replace(/\D/g, '');
  return digits.length >= 11
    ? `${digits.slice(0, 3)}****${digits.slice(-4)}`
    : `****${digits.slice(-2)}`;
}

/** Nothing of the door: at most the first two letters. */
function maskHome(home: string): string {
  const letters = Array.from(home);
  return `${letters.slice(0, Math.min(2, letters.length - 1)).join('')}****`;
}
