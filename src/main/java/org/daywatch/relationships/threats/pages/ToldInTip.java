package org.daywatch.relationships.threats.pages;

import java.util.UUID;

/**
 * The tip a case is opened from.
 *
 * @param words as they were written; the form takes none of them over, since the family may read what stands there
 */
public record ToldInTip(UUID id, String words) {}
