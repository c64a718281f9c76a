/** How the caption of a table begins in a finished document: 表1, 附表2：, Table 3. — what follows is its title. */
export const captionStart =
  /^(?:附?表|table)(?:\s*[0-9０-９一二三四五六七八九十]+(?:[-—.．][0-9０-９]+)*(?![0-9])|(?=[\s：:]))[\s：:.．、]*/i;
