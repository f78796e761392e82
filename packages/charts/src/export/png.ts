import { FlagtowerError } from '@flagtower/contracts';

/**
 * Paints a picture in the browser. The markup must carry its fonts: an image has no access to those of the page.
 * @param scale pixels of the file per pixel of the picture
 * @throws FlagtowerError INTERNAL when this browser cannot paint or encode it
 */
export async function pngOf(svg: string, scale: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml;charset=utf-8' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    const context = canvas.getContext('2d');
    if (context === null) throw new FlagtowerError('INTERNAL', 'this browser gives no canvas to draw on');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await encoded(canvas);
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function encoded(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new FlagtowerError('INTERNAL', 'the picture could not be encoded'));
      else resolve(blob);
    }, 'image/png');
  });
}
