/** How a host app's server makes a signed link, by language; `SURVEY` and `ORIGIN` stand for what belongs there. */
const samples: Record<string, string> = {
  'Node.js': `import { createHmac } from 'node:crypto'

export function signedLink(key, person) {
  const survey = 'SURVEY'
  const end = Math.floor(Date.now() / 1000) + 3600
  const signature = createHmac('sha256', key)
    .update(\`tiyan1\\n\${survey}\\n\${person}\\n\${end}\`)
    .digest('base64url')
  const query = new URLSearchParams({ p: person, e: String(end), h: signature })
  return \`ORIGIN/s/\${survey}?\${query}\`
}`,
  Python: `import base64, hashlib, hmac, time, urllib.parse

def signed_link(key: str, person: str) -> str:
    survey = "SURVEY"
    end = int(time.time()) + 3600
    message = f"tiyan1\\n{survey}\\n{person}\\n{end}".encode()
    digest = hmac.new(key.encode(), message, hashlib.sha256).digest()
    signature = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    query = urllib.parse.urlencode({"p": person, "e": end, "h": signature})
    return f"ORIGIN/s/{survey}?{query}"`,
  Java: `static String signedLink(String key, String person) throws Exception {
  String survey = "SURVEY";
  long end = java.time.Instant.now().getEpochSecond() + 3600;
  String message = "tiyan1\\n" + survey + "\\n" + person + "\\n" + end;
  var utf8 = java.nio.charset.StandardCharsets.UTF_8;
  var mac = javax.crypto.Mac.getInstance("HmacSHA256");
  mac.init(new javax.crypto.spec.SecretKeySpec(key.getBytes(utf8), "HmacSHA256"));
  String signature = java.util.Base64.getUrlEncoder().withoutPadding()
      .encodeToString(mac.doFinal(message.getBytes(utf8)));
  return "ORIGIN/s/" + survey + "?p=" + java.net.URLEncoder.encode(person, utf8)
      + "&e=" + end + "&h=" + signature;
}`,
}

/** The samples for one survey. */
export const samplesFor = (origin: string, survey: string): { language: string; code: string }[] =>
  Object.entries(samples).map(([language, code]) => ({
    language,
    code: code.replaceAll('ORIGIN', origin).replaceAll('SURVEY', survey),
  }))
