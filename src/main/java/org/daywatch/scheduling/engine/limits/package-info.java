/**
 * What fixed hours leave an officer, and which limits are asked again with every seat: the rules of one officer,
 * compiled.
 */
@NullMarked
package org.daywatch.scheduling.engine.limits;

import org.jspecify.annotations.NullMarked;
