/** The platform's own steps of setting up: they ask the features above, which the frame of the set-up must not know. */
@NullMarked
package org.daywatch.platform.setup.steps;

import org.jspecify.annotations.NullMarked;
