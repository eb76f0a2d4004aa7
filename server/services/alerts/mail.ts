import { createTransport } from 'nodemailer'
import type { AlertMessage } from './deliver.ts'

interface Mailing {
  smtpUrl: string | undefined
  mailFrom: string
}

/** Sends an alert by mail, Chinese first. @throws {Error} where the mail server does not take it */
export async function sendMail(
  { smtpUrl, mailFrom }: Mailing,
  to: readonly string[],
  { survey, text, raisedAt, url }: AlertMessage,
): Promise<void> {
  if (smtpUrl === undefined) throw new Error('TIYAN_SMTP_URL is not set')
  const transport = createTransport(smtpUrl)
  try {
    await transport.sendMail({
      from: mailFrom,
      to: [...to],
      subject: `[Tiyan ${survey}] ${text.zh}`,
      text: [text.zh, text.en, '', raisedAt, url, ''].join('\n'),
    })
  } finally {
    transport.close()
  }
}
