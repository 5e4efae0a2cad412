package labeltest

import "testing"

func BenchmarkScene12MP(b *testing.B) {
	l, o := Tuning().Case("scene-12mp", 0)
	for b.Loop() {
		l.Render(o)
	}
}
