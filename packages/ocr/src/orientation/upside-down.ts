import type { Network } from '../network.ts';
import { release } from '../release.ts';
import type { Pyramid } from '../recognition/pyramid.ts';
import { type Crop, CROP_HEIGHT, cropOf, sample } from '../recognition/crop.ts';

/** The classifier's input is 192 wide and 48 high; a longer line is squeezed into it, as in its training. */
const WIDTH = 192;
/** Class 1 of the classifier: turned by 180 degrees. */
const TURNED = 1;
const CLASSES = 2;

/** How many of the crops the classifier takes to stand on their heads. */
export async function countUpsideDown(network: Network, pyramid: Pyramid, crops: readonly Crop[]): Promise<number> {
  const size = 3 * CROP_HEIGHT * WIDTH;
  const data = new Float32Array(crops.length * size);
  crops.forEach((crop, place) => {
    const width = Math.min(cropOf(crop.corners).width, WIDTH);
    sample(pyramid, { corners: crop.corners, width }, { data, offset: place * size, stride: WIDTH });
  });
  const output = await network.run({ data, shape: [crops.length, 3, CROP_HEIGHT, WIDTH] });
  release(data);
  return crops.filter((_, place) => (output.data[place * CLASSES + TURNED] ?? 0) > 0.5).length;
}
