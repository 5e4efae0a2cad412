package match

// InOrder is inOrder for the ingredients of a list, which the sheet compares.
var InOrder = inOrder[string]
