/** Keeps a server up when nobody reads what it says any more. */

/** Has a closed pipe, as of `npm start | head -1`, or a terminal that is gone, end no program that writes to it. */
export function outliveReaders(streams: NodeJS.WritableStream[]): void {
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error
    })
  }
}
