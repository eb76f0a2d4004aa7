/** An expression of SurveyJS's language as a tree. */
export type Tree =
  | { kind: 'constant'; value: string | number | boolean | null }
  | { kind: 'name'; name: string }
  | { kind: 'list'; parts: Tree[] }
  | { kind: 'call'; name: string; parts: Tree[] }
  | { kind: 'unary'; operator: UnaryOperator; part: Tree }
  | { kind: 'binary'; operator: BinaryOperator; left: Tree; right: Tree }

export type UnaryOperator = 'empty' | 'notempty' | 'negate'

export type BinaryOperator = Combining | Comparing

/** Empty operands are first taken as 0, '' or [], whichever suits the other one. */
export type Combining = 'or' | 'and' | 'plus' | 'minus' | 'mul' | 'div' | 'mod' | 'power'

export type Comparing =
  | 'equal'
  | 'notequal'
  | 'less'
  | 'lessorequal'
  | 'greater'
  | 'greaterorequal'
  | 'contains'
  | 'notcontains'
  | 'anyof'
  | 'allof'
  | 'noneof'
