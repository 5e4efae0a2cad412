package labeltest

import "strings"

// Foreign is a label in a script that is not Latin, with Tesseract's name for its language.
type Foreign struct {
	Lang  string
	Label Label
}

// Languages has a label for each script, an exosome in each. Those of Chinese, Japanese and Korean can be rendered
// where HasFace says so.
func Languages() []Foreign {
	list := func(heading, names, end string) List {
		return List{Heading: heading, Ingredients: strings.Split(names, ", "), End: end}
	}
	return []Foreign{
		{"kor", Label{Face: "noto-cjk-kr", Size: 27, Width: 760, Leading: 1.4, Before: []string{"리페어 세럼 30 ml"},
			List: list("전성분:", "정제수, 글리세린, 부틸렌글라이콜, 나이아신아마이드, 1,2-헥산다이올, 인체지방줄기세포엑소좀, 판테놀, 베타인, 소듐하이알루로네이트, "+
				"알란토인, 아데노신, 카보머, 트로메타민, 에틸헥실글리세린, 다이소듐이디티에이", ""),
			After: []string{"사용방법: 적당량을 덜어 피부에 고르게 펴 바릅니다."}, Verdict: "human-derived", Exosome: "인체지방줄기세포엑소좀"}},
		{"jpn", Label{Face: "noto-cjk-jp", Size: 27, Width: 760, Leading: 1.4, Before: []string{"美容液 30 mL"},
			List: List{Heading: "全成分:", Separator: "、", Ingredients: strings.Split("水、グリセリン、BG、ナイアシンアミド、ヒト脂肪由来間葉系細胞エクソソーム、パンテノール、ベタイン、"+
				"ヒアルロン酸Na、アラントイン、カルボマー、水酸化K、フェノキシエタノール", "、")},
			After: []string{"使用方法: 適量を手に取り、顔全体になじませてください。"}, Verdict: "human-derived", Exosome: "ヒト脂肪由来間葉系細胞エクソソーム"}},
		{"chi_sim", Label{Face: "noto-cjk-sc", Size: 27, Width: 760, Leading: 1.4, Before: []string{"修护精华液 30 ml"},
			List:  List{Heading: "全成分:", Separator: "、", Ingredients: strings.Split("水、甘油、丁二醇、烟酰胺、外泌体、泛醇、甜菜碱、透明质酸钠、尿囊素、卡波姆、氢氧化钠、苯氧乙醇", "、")},
			After: []string{"使用方法: 取适量涂抹于面部。"}, Verdict: "unspecified", Exosome: "外泌体"}},
		{"rus", Label{Face: "dejavu-sans", Size: 25, Width: 800, Gap: 0.4, Before: []string{"Сыворотка для лица 30 мл"},
			List: list("Состав:", "вода, глицерин, бутиленгликоль, ниацинамид, экзосомы молока, пантенол, бетаин, гиалуронат натрия, аллантоин, карбомер, "+
				"ксантановая камедь, феноксиэтанол, этилгексилглицерин", "."),
			After: []string{"Способ применения: нанести на чистую кожу лица и шеи."}, Verdict: "animal-derived", Exosome: "экзосомы молока"}},
	}
}
