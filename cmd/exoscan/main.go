// Command exoscan reads a cosmetic label and says where its exosomes come from.
package main

func main() {}
