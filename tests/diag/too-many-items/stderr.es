content/strings/fr.yaml:1:1: error: esta lista o este conjunto de claves tiene más de 10000 elementos [too-many-items]
    1 | word_0: word
      | ^
  consejo: Divídalo, o mire si se puso algo en él una y otra vez.
1 error
