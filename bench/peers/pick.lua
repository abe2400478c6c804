-- Reads products by id, one after the other of those that the file PRODUCTS names.
dofile("done.lua")

local paths = {}
for id in io.lines(os.getenv("PRODUCTS")) do paths[#paths + 1] = "/api/v1/products/" .. id end
local next = math.random(#paths)

function request()
  next = next % #paths + 1
  return wrk.format("GET", paths[next])
end
