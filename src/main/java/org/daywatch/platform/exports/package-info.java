/** Lists that people take along as files: how many a day, and who allows more. */
@NullMarked
package org.daywatch.platform.exports;

import org.jspecify.annotations.NullMarked;
