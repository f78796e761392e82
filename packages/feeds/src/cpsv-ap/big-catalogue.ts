import { serviceJsonLd, serviceTurtle } from './cpsv-ap-sample.ts';

const words = 'Hồ sơ gồm tờ khai và giấy tờ kèm theo. '.repeat(40);

/**
 * For tests: services of a made-up office as Turtle or JSON-LD, of at least so many bytes, each with a description that is not read.
 * @yields a piece a service
 */
export async function* bigCatalogue(bytes: number, form: 'turtle' | 'json-ld'): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  if (form === 'json-ld') yield encoder.encode('{"@context":["https://example.org/context.jsonld"],"@graph":[');
  for (let size = 0, number = 1; size < bytes; number += 1) {
    const piece = encoder.encode(form === 'turtle' ? turtle(number) : `${number === 1 ? '' : ','}${nodes(number)}`);
    size += piece.length;
    yield piece;
  }
  if (form === 'json-ld') yield encoder.encode(']}');
}

function turtle(number: number): string {
  const [, statements = ''] = serviceTurtle.split('cpsv: <http://purl.org/vocab/cpsv#> .\n');
  const prefix = '@prefix cpsv: <http://purl.org/vocab/cpsv#> .\n';
  return `${number === 1 ? prefix : ''}${numbered(statements, number)}<https://example.org/service/${number}> dct:description "${words}"@vi .\n`;
}

function nodes(number: number): string {
  const text = serviceJsonLd.slice(serviceJsonLd.indexOf('"@graph":[') + '"@graph":['.length, -2);
  return numbered(text, number).replace(
    '"dct:identifier"',
    `"dct:description":${JSON.stringify(words)},"dct:identifier"`,
  );
}

function numbered(text: string, number: number): string {
  return text.replaceAll(/(service\/|service|contact\/|contact|SV-)1\b/g, (_, name: string) => `${name}${number}`);
}
