package org.daywatch.planning.operationsplans.content;

/** Sections of the basic plan, in the order in which they are read. */
public enum BasicSection {
    INTRODUCTION, PURPOSE, CONCEPT, ORGANIZATION, DIRECTION, INFORMATION, ACCESS, TRAINING, ADMINISTRATION, MAINTENANCE,
    AUTHORITIES
}
