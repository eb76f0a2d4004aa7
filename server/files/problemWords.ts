import type { Text } from '../../scoring/text.ts'

type Limit = { limit: number; unit: string }

/** All that can be wrong with the form of a file, in words. What is wrong with a value is for `scoring` to say. */
export const problemWords = {
  'too-large': ({ limit, unit }: Limit): Text => ({
    zh: `文件超过 ${limit} ${unit}。请删去无关的工作表和图片，或分成几个文件`,
    en: `The file is larger than ${limit} ${unit}. Remove sheets and pictures that do not belong to it, or split it`,
  }),
  'unpacked-too-large': ({ limit, unit }: Limit): Text => ({
    zh: `文件解压后超过 ${limit} ${unit}，不予读取。请把数据复制到新的工作簿再保存`,
    en: `Unpacked, the file is larger than ${limit} ${unit}; it is not read. Copy the data into a new workbook and save that`,
  }),
  'too-many-rows': ({ limit }: { limit: number }): Text => ({
    zh: `超过 ${limit} 行。请分成几个文件`,
    en: `More than ${limit} rows. Split the file`,
  }),
  'too-many-cells': ({ limit }: { limit: number }): Text => ({
    zh: `超过 ${limit} 个单元格。请删去无关的列和工作表`,
    en: `More than ${limit} cells. Remove columns and sheets that do not belong to it`,
  }),
  'too-many-columns': ({ limit }: { limit: number }): Text => ({
    zh: `超过 ${limit} 列。请删去无关的列`,
    en: `More than ${limit} columns. Remove those that do not belong to it`,
  }),
  'old-excel': (_: object): Text => ({
    zh: '这是旧版 Excel 文件(.xls)。请在 Excel 或 WPS 中另存为“Excel 工作簿(.xlsx)”',
    en: 'This is an old Excel file (.xls). Save it in Excel or WPS as “Excel workbook (.xlsx)”',
  }),
  encrypted: (_: object): Text => ({
    zh: '文件设有密码。请去掉密码后再保存',
    en: 'The file is protected by a password. Remove the password and save it again',
  }),
  'not-a-workbook': (_: object): Text => ({
    zh: '这个压缩文件不是 Excel 工作簿。请在 Excel 或 WPS 中另存为“Excel 工作簿(.xlsx)”或 CSV',
    en: 'This archive is not an Excel workbook. Save it in Excel or WPS as “Excel workbook (.xlsx)” or CSV',
  }),
  'broken-workbook': (_: object): Text => ({
    zh: '工作簿已损坏，读不出来。请在 Excel 或 WPS 中打开并重新保存',
    en: 'The workbook is damaged and cannot be read. Open it in Excel or WPS and save it again',
  }),
  'not-a-table': (_: object): Text => ({
    zh: '这不是表格文件。可接受 CSV（UTF-8 或 GB18030）和 XLSX',
    en: 'This is not a table. CSV (UTF-8 or GB18030) and XLSX are accepted',
  }),
  'broken-quotes': (_: object): Text => ({
    zh: '引号没有配对：单元格内的引号要写成两个，整个单元格再用引号括起',
    en: 'Quotation marks do not match: write a quotation mark within a cell twice and put the whole cell in quotation marks',
  }),
  empty: (_: object): Text => ({ zh: '文件是空的', en: 'The file is empty' }),
  'no-header': ({ missing, found }: { missing: string[]; found: string[] }): Text => ({
    zh: `缺少列：${missing.join('、')}。第一行应为列名${found.length > 0 ? `，读到的是：${found.join('、')}` : ''}`,
    en: `Missing columns: ${missing.join(', ')}. The first row must hold the column names${found.length > 0 ? `; found: ${found.join(', ')}` : ''}`,
  }),
  'unknown-column': ({ name, known }: { name: string; known: string[] }): Text => ({
    zh: `不认识的列“${name}”。可用的列：${known.join('、')}；说明文字可放在“备注”列`,
    en: `Unknown column “${name}”. Columns are: ${known.join(', ')}; remarks may go into a column “note”`,
  }),
  'duplicate-column': ({ name }: { name: string }): Text => ({
    zh: `列“${name}”出现了两次。请只保留一列`,
    en: `Column “${name}” occurs twice. Keep one of them`,
  }),
  'surplus-cells': (_: object): Text => ({
    zh: '这一行的单元格多于列名。含有分隔符的内容要用引号括起',
    en: 'This row has more cells than there are column names. Put content that holds a separator in quotation marks',
  }),
  'merged-cells': (_: object): Text => ({
    zh: '这里有跨行合并的单元格，看不出数值属于哪一行。请取消合并，每行各填一个值',
    en: 'Cells of several rows are merged here, so it is unclear which row the value belongs to. Unmerge them and fill in each row',
  }),
  'missing-region': (_: object): Text => ({
    zh: '这一行没有写地区。文件有“地区”列时，每一行都要写',
    en: 'This row names no region. Where a file has a region column every row must name one',
  }),
  'no-region-column': (_: object): Text => ({
    zh: '这个文件没有“地区”列，而另一个文件有。要么都有，要么都没有',
    en: 'This file has no region column, another one has. Give it to all files or to none',
  }),
} satisfies Record<string, (parameters: never) => Text>
