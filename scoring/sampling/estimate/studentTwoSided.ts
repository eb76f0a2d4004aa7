import betainc from '@stdlib/math-base-special-betainc'

/** P(|T| > |t|) of Student's t. NaN without degrees of freedom. */
export const studentTwoSided = (t: number, degreesOfFreedom: number): number =>
  degreesOfFreedom > 0 && !Number.isNaN(t)
    ? betainc(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5)
    : Number.NaN
