-- Opens a file, waits for its diagnostics, applies the preferred fix, asks for completion and hover, and prints what came
-- of it as one line of JSON. Every step begins with the event that the one before ends with.
local seen = {}
local buffer = vim.api.nvim_get_current_buf()

local function finish()
  seen.text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
  io.stdout:write(vim.json.encode(seen) .. '\n')
  vim.cmd('qall!')
end

local function request(method, params, answered)
  vim.lsp.buf_request(buffer, method, params, function(err, result)
    if err then
      seen.error = err.message
      return finish()
    end
    answered(result)
  end)
end

local function at(line, character)
  return { textDocument = vim.lsp.util.make_text_document_params(buffer), position = { line = line, character = character } }
end

local function ask_for_the_rest()
  request('textDocument/completion', at(3, 18), function(items)
    seen.completion = vim.tbl_map(function(item)
      return item.label
    end, items.items or items)
    request('textDocument/hover', at(3, 20), function(hover)
      seen.hover = hover.contents.value
      finish()
    end)
  end)
end

local function mend(diagnostics)
  local params = at(0, 0)
  params.range = diagnostics[1].range
  params.context = { diagnostics = diagnostics }
  request('textDocument/codeAction', params, function(actions)
    seen.actions = vim.tbl_map(function(action)
      return action.title
    end, actions)
    vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
  end)
end

local publish = vim.lsp.handlers['textDocument/publishDiagnostics']
vim.lsp.handlers['textDocument/publishDiagnostics'] = function(err, result, context, config)
  publish(err, result, context, config)
  if not seen.diagnostics then
    seen.diagnostics = vim.tbl_map(function(diagnostic)
      return diagnostic.message
    end, vim.diagnostic.get(buffer))
    mend(result.diagnostics)
  elseif not seen.after then
    seen.after = #vim.diagnostic.get(buffer)
    ask_for_the_rest()
  end
end
