-- Run by run.mjs in a Neovim that has the configuration of docs/editors/neovim.md: does what a writer would do, and
-- prints what came of it as JSON.
local told = {}

local function await(what, condition)
  if not vim.wait(30000, condition, 50) then told.problem = 'in vain: ' .. what end
end

local function ask(method, parameters)
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, parameters, 30000) or {}) do
    if answer.result then return answer.result end
  end
end

vim.cmd('edit ' .. vim.env.PLANWRIGHT_PLAN)
told.filetype = vim.bo.filetype
await('findings', function() return #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR }) > 0 end)
local errors = vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR })
told.errors = #errors
told.message = errors[1] and errors[1].message

vim.fn.search('目标 税收')
vim.cmd('normal! 4l')
local hover = ask('textDocument/hover', vim.lsp.util.make_position_params())
told.hover = hover and hover.contents.value

-- Behind the last character, where the cursor is while one inserts.
vim.fn.append('$', '目标 ')
vim.fn.cursor(vim.fn.line('$'), 1)
local place = vim.lsp.util.make_position_params()
place.position.character = 3
local list = ask('textDocument/completion', place)
told.completions = vim.tbl_map(function(item) return item.label end, list and list.items or {})
vim.cmd('undo')

vim.fn.search('目标 税收', 'w')
vim.cmd('normal! 4l')
vim.lsp.buf.rename('财政收入')
await('another name', function() return table.concat(vim.fn.getline(1, '$')):find('财政收入') ~= nil end)

local statistics = ask('workspace/executeCommand', {
  command = 'planwright.statistics',
  arguments = { vim.uri_from_bufnr(0) },
})
told.targets = statistics and statistics.targets

if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = 30000 }) else vim.lsp.buf.formatting_sync(nil, 30000) end
told.text = table.concat(vim.fn.getline(1, '$'), '\n')

vim.fn.writefile({ vim.fn.json_encode(told) }, vim.env.PLANWRIGHT_ANSWER)
vim.cmd('qall!')
