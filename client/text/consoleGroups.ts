/** Groups by other questions than the variables of the design. */
export const otherGroups = {
  label: { zh: '分组依据', en: 'Groups by' },
  design: { zh: '校准变量（地区、年龄、性别等）', en: 'Variables of the design (district, age, sex …)' },
}
