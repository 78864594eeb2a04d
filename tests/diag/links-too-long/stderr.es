content/pages/about/en.md:3:1: error: esta dirección y su título son demasiado largos para un texto con tantos corchetes [links-too-long]
    3 | [x]: https://example.org/000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000…
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: Cada corchete puede valer por toda ella: acórtela, o divida el texto.
1 error
