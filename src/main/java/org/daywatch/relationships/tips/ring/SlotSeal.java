package org.daywatch.relationships.tips.ring;

/** How one slot is sealed. The same content never looks the same again. */
interface SlotSeal {

    byte[] seal(byte[] key, int slot, byte[] plain);
}
