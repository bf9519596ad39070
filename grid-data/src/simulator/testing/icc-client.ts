/** Signs in to the simulated ICC and calls it, as a client of such a platform would. */
import { constants, publicEncrypt } from 'node:crypto';
import { testKeys } from './platform-client.ts';

export type IccReply = { status: number; code: string; data: Record<string, unknown> };

export async function signInToIcc(
  baseUrl: string,
  password = testKeys.appSecret,
): Promise<{ code: string; token: string | null }> {
  const oauth = `${baseUrl}/evo-apigw/evo-oauth/1.0.0/oauth`;
  const key = (await (await fetch(`${oauth}/public-key`)).json()) as {
    data: { publicKey: string };
  };
  const pem = `-----BEGIN PUBLIC KEY-----\n${key.data.publicKey}\n-----END PUBLIC KEY-----`;
  const padding = constants.RSA_PKCS1_PADDING;
  const reply = await post(`${oauth}/extend/token`, {
    grant_type: 'password',
    username: testKeys.appKey,
    password: publicEncrypt({ key: pem, padding }, Buffer.from(password)).toString('base64'),
    client_id: 'test',
    client_secret: testKeys.appSecret,
    public_key: key.data.publicKey,
  });
  const token = (reply.data as { access_token?: string } | null)?.access_token ?? null;
  return { code: reply.code, token };
}

export function callIcc(
  baseUrl: string,
  path: string,
  { token, body }: { token: string; body: unknown },
): Promise<IccReply> {
  return post(`${baseUrl}/evo-apigw${path}`, body, { authorization: `bearer ${token}` });
}

async function post(url: string, body: unknown, headers = {}): Promise<IccReply> {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const { code, data } = (await reply.json()) as { code: unknown; data: IccReply['data'] };
  return { status: reply.status, code: String(code), data };
}
