package org.daywatch.directory;

/**
 * A program that pays for or demands officers at schools, and sets rules for it.
 *
 * @param code such as AZ-SSP
 * @param state two letters
 */
public record Program(String code, String state, String name, String words) {}
