"""What was made once is kept under `.classeur/`, with what it was made from: the same is not made twice."""
