/** What is not as it must be, from the day it is found until somebody else has seen that it is mended. */
@NullMarked
package org.daywatch.prevention.findings;

import org.jspecify.annotations.NullMarked;
