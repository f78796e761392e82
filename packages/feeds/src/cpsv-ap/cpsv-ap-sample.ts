/** For tests: one service of a made-up office, as Turtle. */
export const serviceTurtle = `@prefix cpsv: <http://purl.org/vocab/cpsv#> .
@prefix dct: <http://purl.org/dc/terms/> .
<https://example.org/service/1> a cpsv:PublicService ;
  dct:identifier "SV-1" ;
  dct:title "Đăng ký khai sinh"@vi, "Registration of birth"@en .
<https://example.org/contact/1> a <http://data.europa.eu/m8g/ContactPoint> ;
  <http://data.europa.eu/m8g/telephone> "0240000000" .
`;

/** For tests: the same as JSON-LD. */
export const serviceJsonLd = JSON.stringify({
  '@context': ['https://example.org/context.jsonld'],
  '@graph': [
    {
      '@id': 'ex:service1',
      '@type': 'PublicService',
      'dct:identifier': 'SV-1',
      'dct:title': [
        { '@language': 'vi', '@value': 'Đăng ký khai sinh' },
        { '@language': 'en', '@value': 'Registration of birth' },
      ],
    },
    { '@id': 'ex:contact1', '@type': 'ContactPoint', 'cv:telephone': '0240000000' },
  ],
});
