import {
  createTheme,
  makeStyles,
  ThemeProvider,
} from '@material-ui/core/styles';
import { useEffect, useState, type ReactNode } from 'react';
import { createPortal, flushSync } from 'react-dom';

const paper = createTheme({ palette: { type: 'light' } });

const useStyles = makeStyles(
  {
    // The app scrolls inside its frame, of which only one screen would be printed.
    '@global': {
      '@media print': {
        'body > *': { display: 'none !important' },
        'body > [data-autonomy-print]': { display: 'block !important' },
      },
    },
    sheet: {
      color: '#000',
      backgroundColor: '#fff',
      '& section': { breakInside: 'avoid', border: 0 },
      '& a': { color: 'inherit' },
    },
  },
  { name: 'AutonomyPrintable' },
);

/** What the browser prints in place of the whole app: these children alone, as on paper. */
export function Printable({ children }: { children: ReactNode }) {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes its picture right after the event.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return (
    <>
      {children}
      {isPrinting &&
        createPortal(
          <ThemeProvider theme={paper}>
            <Sheet>{children}</Sheet>
          </ThemeProvider>,
          document.body,
        )}
    </>
  );
}

function Sheet({ children }: { children: ReactNode }) {
  const classes = useStyles();
  return (
    <div data-autonomy-print className={classes.sheet}>
      {children}
    </div>
  );
}
