/** A noun after one of these needs another beside it, or one that is lost: "the other chair" never becomes "an other chair". */
export const LEANING = /^(?:other|same|second|third|fourth|last|next|only|main|whole|rest|left|right|remaining|first|former|latter)$/i;
