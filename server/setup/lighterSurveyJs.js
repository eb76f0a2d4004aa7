/**
 * SurveyJS comes as one file with every type of question. A published questionnaire has but a few of them
 * (surveys/answers/question.ts), and old phones on poor lines should not have to fetch and read the others: their
 * registrations are left out here, and what nothing mentions any more the bundler drops.
 */

/** What SurveyJS registers under a name: types of questions, masks and parts that no published questionnaire has. */
const names = new Set([
  ...['matrixdropdowncolumn', 'matrixdropdownbase', 'matrixdropdown', 'matrixdynamic', 'multipletextitem'],
  ...['multipletext', 'flowpanel', 'tagbox', 'ranking', 'file', 'sliderlabel', 'slider', 'imageitemvalue'],
  ...['imagepicker', 'imagemaparea', 'imagemap', 'signaturepad', 'paneldynamic', 'buttongroup', 'buttongroupitemvalue'],
  ...['patternmask', 'numericmask', 'datetimemask', 'currencymask'],
  ...['custom', 'composite', 'sv-tagbox-filter', 'sv-ranking-item', 'sv-file-choose-btn', 'sv-file-preview'],
  ...['sv-file-item', 'sv-matrix-row', 'sv-matrix-drag-drop-icon', 'sv-matrixdynamic-actions-cell'],
  ...['sv-placeholder-matrixdynamic', 'sv-placeholder-paneldynamic', 'sv-paneldynamic-progress-text'],
  ...['sv-slider-label-item', 'sv-buttongroup-dropdown', 'sv-progress-pages', 'sv-progress-questions'],
  ...['sv-progress-correctquestions', 'sv-progress-requiredquestions', 'sv-progress-buttons', 'sv-navigation-toc'],
])

/** Whose fields are set up one by one outside the class, which would keep it. */
const classes = new RegExp(
  [
    '^(Question)?(PanelDynamic|MatrixDropdown|MatrixDynamic|MultipleText|Tagbox|Ranking|File|Slider)',
    '^(Question)?(ImagePicker|ImageMap|SignaturePad|ButtonGroup)',
    '^(FlowPanel|InputMask(Pattern|Numeric|DateTime|Currency)|DragDrop(Ranking|Choices|Matrix))',
    '^(PopupSurveyModel|SurveyWindow|Camera)',
  ].join('|'),
)

/** Tables that the page does without: it has its own styles and draws no icons. */
const tables = new Set(['baseTheme', 'icons', 'legacyCssVariables'])

/** @returns {import('vite').Plugin} */
export function lighterSurveyJs() {
  const left = new Set([...names, ...tables])
  return {
    name: 'lighter-survey-js',
    transform: {
      filter: { id: /survey-(core|react-ui)\.mjs$/ },
      handler(code) {
        let lighter = ''
        let at = 0
        for (const statement of this.parse(code).body) {
          const cut = cutOf(statement, code)
          if (!cut) continue
          left.delete(cut.name)
          lighter += code.slice(at, cut.start) + cut.instead
          at = cut.end
        }
        return { code: lighter + code.slice(at), map: null }
      },
    },
    buildEnd() {
      if (left.size > 0)
        this.error(`SurveyJS has no ${[...left].join(', ')} any more: see server/setup/lighterSurveyJs.js`)
    },
  }
}

/**
 * A statement of which nothing is left, or a table of which nothing is left but its name.
 * @param {any} statement of the top level @param {string} code
 * @returns {{ name: string, start: number, end: number, instead: string } | undefined}
 */
function cutOf({ type, start, end, declarations }, code) {
  if (type === 'VariableDeclaration') {
    const [{ id, init }] = declarations
    return tables.has(id.name) ? { name: id.name, start: init.start, end: init.end, instead: '{}' } : undefined
  }
  if (type !== 'ExpressionStatement') return undefined
  const name = leftOut(code.slice(start, end))
  return name === undefined ? undefined : { name, start, end, instead: '' }
}

/** @param {string} text of a statement @returns {string | undefined} what it sets up, if that is left out */
function leftOut(text) {
  const [, registered = ''] =
    /^(?:Serializer\.(?:addClass|getProperty)|\w+Factory\.Instance\.register\w+)\("([\w-]+)"/.exec(text) ?? []
  const [, decorated = ''] = /^__decorate\([\s\S]*\], (\w+)(?:\.prototype)?, "\w+", void 0\);$/.exec(text) ?? []
  const [, owner = ''] = /^(\w+)\.\w+ = /.exec(text) ?? []
  return names.has(registered) ? registered : [decorated, owner].find((name) => classes.test(name))
}
