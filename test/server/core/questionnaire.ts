/** A small questionnaire that can be scored: who you are, then three ratings. */
export const questionnaire = {
  title: { 'zh-cn': '小镇调查', en: 'Town survey' },
  pages: [
    {
      name: 'screening',
      elements: [
        { type: 'boolean', name: 'consent', isRequired: true },
        { type: 'radiogroup', name: 'S1', isRequired: true, screening: true, choices: ['yes', 'no'] },
        { type: 'radiogroup', name: 'S4', screening: true, choices: ['female', 'male', 'undisclosed'] },
      ],
    },
    {
      name: 'ratings',
      elements: ['A1', 'A2', 'B1'].map((name) => ({
        type: 'radiogroup',
        name,
        dimension: 'D1',
        indicator: 'L1P1',
        choices: [1, 2, 3, 4, 5, 98],
      })),
    },
  ],
}
