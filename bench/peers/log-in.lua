-- Logs in with the address and the password that EMAIL and PASSWORD say.
dofile("done.lua")

local body = string.format('{"email":"%s","password":"%s"}', os.getenv("EMAIL"), os.getenv("PASSWORD"))

function request()
  return wrk.format("POST", nil, nil, body)
end
