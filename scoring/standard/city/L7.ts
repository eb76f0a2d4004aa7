import { cryptography, dataSecurity, networkSecurity, secrecy } from '../common/security.ts'
import { deductions } from '../scheme.ts'

export const L7 = deductions('L7', '信息安全', 'Information security', [
  secrecy('L7', '23'),
  cryptography('L7', '24'),
  networkSecurity('L7', '25'),
  dataSecurity('L7', '26'),
])
