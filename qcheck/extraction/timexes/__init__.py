"""How time expressions are read: words -> tokens around an anchor -> periods -> whole expressions -> days.

`lexicon` compiles the words of a pack; `reader` reads numbers, durations and clock times; `numeric`, `dates`, `relative` and `pieces`
read periods; `ranges`, `offsets`, `clocks` and `expressions` put them together; `period` and `spans` say what they come to;
`calendar` is the arithmetic, `years` tells years from counts.
"""
