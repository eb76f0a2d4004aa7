/** A file as text, put in by the build. */
declare module '*.csv?raw' {
  const text: string
  export default text
}
