content/pages/about/en.md:3:1: error: «javascript:alert(1)» no es una dirección a la que enlazar [bad-link]
    3 | [run](javascript:alert(1)), [disk](file:///etc/passwd), [fine](https://example.org/)
      | ^
  consejo: Escriba https://..., mailto:..., o la ruta de una página del sitio, como agreements/bdt-2024-017.
content/pages/about/en.md:3:29: error: «file:///etc/passwd» no es una dirección a la que enlazar [bad-link]
    3 | [run](javascript:alert(1)), [disk](file:///etc/passwd), [fine](https://example.org/)
      |                             ^
  consejo: Escriba https://..., mailto:..., o la ruta de una página del sitio, como agreements/bdt-2024-017.
content/pages/about/en.md:8:23: error: «#here» no es una dirección a la que enlazar [bad-link]
    8 | [Here](#section-1-1), [nowhere](#here).
      |                       ^
  consejo: Una sección del mismo texto se nombra por su número: #section-2-1 para la primera dentro de la segunda. Escriba https://..., mailto:..., o la ruta de una página del sitio, como agreements/bdt-2024-017.
3 errores
