-- Orders of as many lines as LINES says, of products that the file PRODUCTS names; each connection goes its own way through them.
dofile("done.lua")

local ids = {}
for id in io.lines(os.getenv("PRODUCTS")) do ids[#ids + 1] = id end
local lines = tonumber(os.getenv("LINES"))
local next = math.random(#ids)

function setup(thread) thread:set("seed", math.random(1000000)) end
function init() math.randomseed(seed); next = math.random(#ids) end

function request()
  local items = {}
  for line = 1, lines do
    next = next % #ids + 1
    items[line] = '{"productId":"' .. ids[next] .. '","quantity":1}'
  end
  return wrk.format("POST", nil, nil, '{"items":[' .. table.concat(items, ",") .. "]}")
end
