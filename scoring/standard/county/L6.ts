import { cryptography, dataSecurity, networkSecurity, secrecy } from '../common/security.ts'
import { deductions } from '../scheme.ts'

export const L6 = deductions('L6', '信息安全', 'Information security', [
  secrecy('L6', 'A.14'),
  cryptography('L6', 'A.15'),
  networkSecurity('L6', 'A.16'),
  dataSecurity('L6', 'A.17'),
])
