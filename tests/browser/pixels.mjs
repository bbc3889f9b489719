// Pictures as pixels: reading a PNG, and how far two differ.

import { deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = 8;
// A channel may be off by as much: the shade of an edge.
const NEAR = 64;

/** The pixels of a PNG of eight bits a channel, RGB or RGBA: its size, and four bytes a pixel. */
export function read(file) {
  let [width, height, channels] = [0, 0, 0];
  const data = [];
  for (let at = SIGNATURE; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const kind = file.toString("latin1", at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (kind === "IHDR") {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      channels = { 2: 3, 6: 4 }[body[9]];
      if (body[8] !== 8 || !channels || body[12] !== 0) throw new Error("a PNG of another kind than those we read");
    }
    if (kind === "IDAT") data.push(body);
    at += 12 + length;
  }
  return { width, height, pixels: unfiltered(inflateSync(Buffer.concat(data)), width, height, channels) };
}

function unfiltered(bytes, width, height, channels) {
  const row = width * channels;
  const pixels = new Uint8Array(width * height * 4).fill(255);
  let before = new Uint8Array(row);
  for (let y = 0; y < height; y += 1) {
    const start = y * (row + 1);
    const filter = bytes[start];
    const line = bytes.subarray(start + 1, start + 1 + row);
    unfilter[filter](line, before, channels);
    for (let x = 0; x < width; x += 1) {
      for (let channel = 0; channel < channels; channel += 1) {
        pixels[(y * width + x) * 4 + channel] = line[x * channels + channel];
      }
    }
    before = line;
  }
  return pixels;
}

/** None, left, above, their mean, Paeth's guess: the byte there is added to each. */
const unfilter = [
  () => {},
  (line, _, back) => {
    for (let x = back; x < line.length; x += 1) line[x] += line[x - back];
  },
  (line, before) => {
    for (let x = 0; x < line.length; x += 1) line[x] += before[x];
  },
  (line, before, back) => {
    for (let x = 0; x < line.length; x += 1) line[x] += ((x < back ? 0 : line[x - back]) + before[x]) >> 1;
  },
  (line, before, back) => {
    for (let x = 0; x < back; x += 1) line[x] += before[x];
    for (let x = back; x < line.length; x += 1) line[x] += nearest(line[x - back], before[x], before[x - back]);
  },
];

function nearest(left, above, corner) {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/**
 * The part of pixels that are in the other picture neither where they are nor one pixel beside, both ways, the larger:
 * what is missing there is another drawing, and what is found, the edge of the same. `marks` is told which.
 */
export function difference(one, two, marks = () => {}) {
  if (one.width !== two.width || one.height !== two.height) {
    throw new Error(`${one.width} by ${one.height} is not ${two.width} by ${two.height}`);
  }
  return Math.max(missing(one, two, marks), missing(two, one, marks)) / (one.width * one.height);
}

function missing(one, two, marks) {
  const { width, height } = one;
  const whole = ({ pixels }) => new Uint32Array(pixels.buffer);
  const [mine, theirs] = [whole(one), whole(two)];
  const [a, b] = [one.pixels, two.pixels];
  const near = (i, j) =>
    Math.abs(a[i] - b[j]) <= NEAR &&
    Math.abs(a[i + 1] - b[j + 1]) <= NEAR &&
    Math.abs(a[i + 2] - b[j + 2]) <= NEAR &&
    Math.abs(a[i + 3] - b[j + 3]) <= NEAR;
  let count = 0;
  for (let at = 0; at < mine.length; at += 1) {
    if (mine[at] === theirs[at] || near(at * 4, at * 4)) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    let found = false;
    for (let v = Math.max(y - 1, 0); v <= Math.min(y + 1, height - 1) && !found; v += 1) {
      for (let u = Math.max(x - 1, 0); u <= Math.min(x + 1, width - 1) && !found; u += 1) {
        found = near(at * 4, (v * width + u) * 4);
      }
    }
    if (found) continue;
    count += 1;
    marks(at);
  }
  return count;
}

/** A PNG of a picture. */
export function written({ width, height, pixels }) {
  const rows = Buffer.alloc(height * (width * 4 + 1));
  for (let y = 0; y < height; y += 1) {
    rows.set(pixels.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(kind, body) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const content = Buffer.concat([Buffer.from(kind, "latin1"), body]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(content));
  return Buffer.concat([length, content, sum]);
}

function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
