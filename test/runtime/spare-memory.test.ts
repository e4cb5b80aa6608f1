import { describe, expect, it } from "vitest";
import { SpareMemory } from "../../src/runtime/spare-memory.js";

describe("spare memory", () => {
  it("hands on a block of the size that is asked for, and of no other", () => {
    const memory = new SpareMemory();
    const first = memory.floats(4);
    expect(first).toHaveLength(4);
    memory.give(first.buffer);
    expect(memory.floats(5).buffer).not.toBe(first.buffer);
    expect(memory.floats(4).buffer).toBe(first.buffer);
    expect(memory.floats(4).buffer).not.toBe(first.buffer);
  });

  it("gives nobody a block twice, though it was given back twice", () => {
    const memory = new SpareMemory();
    const { buffer } = memory.floats(4);
    memory.give(buffer);
    memory.give(buffer);
    expect([memory.take(16), memory.take(16)]).toEqual([buffer, null]);
  });

  it("keeps no block that went to another thread, nor one of a size that nobody asks for", () => {
    const memory = new SpareMemory();
    const gone = memory.floats(4);
    structuredClone(gone, { transfer: [gone.buffer] });
    memory.give(gone.buffer);
    const strange = new ArrayBuffer(12);
    memory.give(strange);
    expect(memory.take(16)).toBeNull();
    expect(memory.take(12)).toBeNull();
    memory.give(strange);
    expect(memory.take(12)).toBe(strange);
  });

  it("forgets the oldest beyond its bound", () => {
    const memory = new SpareMemory(72);
    const blocks = [1, 2, 3, 4, 5].map(() => memory.floats(4).buffer);
    for (const block of blocks) memory.give(block);
    const [, second, third, fourth, fifth] = blocks;
    expect([1, 2, 3, 4, 5].map(() => memory.take(16))).toEqual([fifth, fourth, third, second, null]);
  });

  it("keeps four of the largest, however large: those of a batch are each larger than what single pictures need together", () => {
    const memory = new SpareMemory(40);
    const blocks = [1, 2, 3, 4, 5].map(() => memory.floats(16).buffer);
    for (const block of blocks) memory.give(block);
    expect([1, 2, 3, 4, 5].map(() => memory.take(64))).toEqual([...blocks.slice(1).reverse(), null]);
  });
});
