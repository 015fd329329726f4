package org.daywatch.relationships.triage.duty;

import java.util.UUID;
import org.daywatch.relationships.triage.DutyList.Turn;

/** A turn as it stands on the list. */
public record TipTurn(UUID id, Turn turn) {}
