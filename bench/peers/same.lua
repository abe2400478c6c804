-- Repeats one request.
dofile("done.lua")
