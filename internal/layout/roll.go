package layout

func (l *Layout) findRoll(m *Mesh, lines []placed, xHeight float64) roll { return roll{} }
