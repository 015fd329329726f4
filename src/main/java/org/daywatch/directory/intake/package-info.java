/**
 * What an importer is: a file goes in, a report comes out, and every change can be taken back. Any room above may bring
 * one.
 */
@org.springframework.modulith.NamedInterface("intake")
@NullMarked
package org.daywatch.directory.intake;

import org.jspecify.annotations.NullMarked;
